import type { HomeFocus, HomeProgress, HomeTourStop, StepState } from '../../server/api-types';
import { Icon } from '../icon';

const STATE_CLASS: Record<StepState, string> = { past: 'past', here: 'here', ahead: '' };

/** What matters most now for the person signed in, with one filled button. */
export function Focus({ focus }: { readonly focus: HomeFocus }) {
  return (
    <section class="card todo">
      <h2>{focus.title}</h2>
      <p>{focus.text}</p>
      <a class="btn btn--filled" href={focus.link}>
        {focus.linkLabel} <Icon name="arrow" />
      </a>
    </section>
  );
}

/** The stops of a first walk through the product. */
export function Tour({
  tour,
  follow,
}: {
  readonly tour: readonly HomeTourStop[];
  readonly follow: (stop: HomeTourStop) => void;
}) {
  return (
    <section class="card tour" aria-labelledby="tour">
      <h2 id="tour">Đi thử một vòng</h2>
      <ol>
        {tour.map((stop, place) => (
          <li key={stop.title} class={STATE_CLASS[stop.state ?? 'ahead']}>
            {stop.link ? (
              <a
                href={stop.link}
                onClick={(event) => {
                  event.preventDefault();
                  follow(stop);
                }}
              >
                {place + 1}. {stop.title}
              </a>
            ) : (
              <b>
                {place + 1}. {stop.title}
              </b>
            )}
            {stop.text}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How far the product's current work is, in phases and bars. */
export function Progress({ progress }: { readonly progress: HomeProgress }) {
  return (
    <section class="card wave" aria-labelledby="wave">
      <header>
        <h2 id="wave">{progress.title}</h2>
        <span>{progress.note}</span>
      </header>
      <ol class="phases">
        {progress.phases.map((phase) => (
          <li
            key={phase.title}
            class={STATE_CLASS[phase.state]}
            aria-current={phase.state === 'here' ? 'step' : undefined}
          >
            <b>{phase.title}</b>
            {phase.dates}
          </li>
        ))}
      </ol>
      <ul class="units">
        {progress.bars.map((bar) => (
          <li key={bar.title}>
            <span>{bar.title}</span>
            <span class="bar" role="img" aria-label={`${bar.title}: ${bar.done} trên ${bar.total}`}>
              <i style={{ width: `${bar.total ? (100 * bar.done) / bar.total : 0}%` }} />
            </span>
            <span class="num">{bar.label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
