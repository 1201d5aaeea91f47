export { type Contribution, contributions } from './contributions.js';
export { type Difference, differences } from './differences.js';
export { type ExplainDocument, explainDocument } from './explain-document.js';
export { profile, type ProfileOptions, type Standing } from './profile.js';
export { type Raise, raiseOnePlace } from './raise-one-place.js';
