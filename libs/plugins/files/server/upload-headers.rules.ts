/** What the headers of an upload say of the file. Pure. */
import type { IncomingHttpHeaders } from 'node:http';
import { BadRequestException } from '@nestjs/common';
import { kindProblem } from '@hub/core/contract';
import { badInput } from '@hub/core/server';
import { alternativeHeader, longestAlternative, subjectHeader } from '@hub/plugins/files/contract';
import { parse } from 'content-disposition';

export interface AnnouncedFile {
  readonly subject: string;
  readonly name: string;
  readonly mediaType: string;
  readonly alternative: string;
}

/** Throws BAD_REQUEST for headers that cannot be read, BAD_USER_INPUT for a description that cannot be taken. */
export function announcedFile(headers: IncomingHttpHeaders): AnnouncedFile {
  const alternative = decoded(headers[alternativeHeader]).normalize('NFC').trim();
  const problem = alternative.length > longestAlternative ? 'Use fewer words' : kindProblem(alternative, 'LINE');
  if (problem) throw badInput('alternative', problem);
  return {
    subject: decoded(headers[subjectHeader]),
    name: nameIn(headers['content-disposition']),
    mediaType: mediaTypeOf(headers['content-type']),
    alternative,
  };
}

export function mediaTypeOf(contentType: string | undefined): string {
  return contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
}

function nameIn(header: string | undefined): string {
  try {
    return parse(header ?? '').parameters.filename ?? '';
  } catch {
    throw new BadRequestException('Send the name of the file in Content-Disposition');
  }
}

function decoded(header: string | string[] | undefined): string {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : '';
  } catch {
    throw new BadRequestException('Send headers percent-encoded, in UTF-8');
  }
}
