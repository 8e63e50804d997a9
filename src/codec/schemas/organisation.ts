import { z } from 'zod';

import { personal } from './personal.ts';
import {
  departmentId,
  departmentKind,
  instant,
  itemSlug,
  personId,
  postId,
  postKind,
  regionCode,
} from './vocabulary.ts';

/** Version 1 of the events of the organisation. */
export const organisationEvents = {
  DepartmentFounded: z.strictObject({
    department: departmentId,
    kind: departmentKind,
    region: regionCode,
    nameZh: z.string(),
    nameEn: z.string(),
    items: z.array(itemSlug).exactOptional(),
  }),
  DepartmentClosed: z.strictObject({ department: departmentId, reason: z.string() }),
  CompetenceSet: z.strictObject({
    department: departmentId,
    items: z.array(itemSlug).nullable(),
  }),
  PersonRegistered: z.strictObject({
    person: personId,
    name: personal(z.string()),
    subject: z.string().min(1),
  }),
  PersonAppointed: z.strictObject({
    post: postId,
    kind: postKind,
    person: personId,
    department: departmentId.exactOptional(),
    from: instant,
    to: instant.exactOptional(),
    letter: z.string(),
  }),
  PostEnded: z.strictObject({ post: postId, at: instant, reason: z.string() }),
};
