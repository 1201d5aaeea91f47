export type { ConditionalEffect, LevelEffect } from './conditional-effect.js';
export {
  type ModerationCheck,
  type ModerationChecks,
  moderationChecks,
  type ModerationChecksOptions,
} from './moderation-checks.js';
export type { JohnsonNeyman } from './johnson-neyman.js';
export { mediate, type MediateOptions, type Mediation } from './mediate.js';
export { type EvaluatedAt, moderate, type ModerateOptions, type Moderation, type Ratio } from './moderate.js';
