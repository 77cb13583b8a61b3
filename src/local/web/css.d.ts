/** Style sheets are imported for their effect: the bundler writes them next to the script of the same name. */
declare module '*.css';
