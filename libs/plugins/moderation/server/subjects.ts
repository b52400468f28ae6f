/** What can be reported, by the kind in its id: posts, for now. Each kind's owner says in its contract what can be done with its things. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId } from '@hub/core/contract';
import { badInput } from '@hub/core/server';
import { postId, postPrefix, PostModeration, uuidOfPost } from '@hub/plugins/threads/contract';

export interface Subject {
  readonly kind: string;
  readonly key: string;
}

@Injectable()
export class Subjects {
  constructor(@Inject(PostModeration) readonly posts: PostModeration) {}

  /** What an id names. BAD_USER_INPUT for things of a kind that cannot be reported. */
  named(id: string): Subject {
    const key = uuidOfPost(id);
    if (kindOfId(id) !== postPrefix || !key) throw badInput('input.subject', 'Only a post can be reported');
    return { kind: postPrefix, key };
  }

  /** The id of what a case is about. */
  idOf({ subjectKey }: { readonly subjectKey: string }): string {
    return postId(subjectKey);
  }
}
