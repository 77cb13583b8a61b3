/** Everything that travels as JSON between the workspace's server and its pages. */
export type * from './book-types';
export type * from './form-types';
export type * from './home-types';
export type * from './script-types';
