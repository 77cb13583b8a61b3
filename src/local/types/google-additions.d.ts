/**
 * What Google has and @types/google-apps-script 2.0.13 lacks [facts 4.1]. The same additions stand in
 * platform/make-google-members.mjs, from where the kernel has them.
 */
declare namespace GoogleAppsScript {
  namespace Forms {
    interface Form {
      addPublishedReader(emailAddress: string): Form;
      addPublishedReaders(emailAddresses: string[]): Form;
      addRatingItem(): RatingItem;
      getPublishedReaders(): Base.User[];
      isPublished(): boolean;
      removePublishedReader(emailAddress: string): Form;
      setPublished(enabled: boolean): Form;
      supportsAdvancedResponderPermissions(): boolean;
    }
    interface Item {
      asRatingItem(): RatingItem;
    }
    /** A question answered by stars, hearts or thumbs. */
    interface RatingItem {
      createResponse(response: Integer): ItemResponse;
      duplicate(): RatingItem;
      getHelpText(): string;
      getId(): Integer;
      getIndex(): Integer;
      getRatingScaleLevel(): Integer;
      getTitle(): string;
      getType(): ItemType;
      isRequired(): boolean;
      setHelpText(text: string): RatingItem;
      setRatingScaleLevel(ratingScaleLevel: Integer): RatingItem;
      setRequired(enabled: boolean): RatingItem;
      setTitle(title: string): RatingItem;
    }
    interface FormApp {
      create(title: string, isPublished: boolean): Form;
    }
  }
  namespace Script {
    interface ScriptApp {
      getAuthorizationInfo(authMode: AuthMode, oAuthScopes: string[]): AuthorizationInfo;
    }
    interface AuthorizationInfo {
      getAuthorizedScopes(): string[];
    }
  }
}
