/** A file that is not taken, with the reason as a sentence for whoever sent it. */
import { UnprocessableEntityException } from '@nestjs/common';

export class RefusedFile extends UnprocessableEntityException {}
