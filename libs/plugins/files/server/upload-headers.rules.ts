/** What the headers of an upload say of the file. Pure. */
import type { IncomingHttpHeaders } from 'node:http';
import { BadRequestException } from '@nestjs/common';
import { kindProblem, patientDetailsIn, patientDetailWords } from '@hub/core/contract';
import { badInput, PatientDetailsSuspected } from '@hub/core/server';
import { alternativeHeader, longestAlternative, subjectHeader } from '@hub/plugins/files/contract';
import { parse } from 'content-disposition';

export interface AnnouncedFile {
  readonly subject: string;
  readonly name: string;
  readonly mediaType: string;
  readonly alternative: string;
}

/**
 * Throws BAD_REQUEST for headers that cannot be read, BAD_USER_INPUT for a description that cannot be taken, and PII_SUSPECTED for a
 * name or a description that looks like it holds a detail of a patient: a file can be given another name.
 */
export function announcedFile(headers: IncomingHttpHeaders): AnnouncedFile {
  const alternative = decoded(headers[alternativeHeader]).normalize('NFC').trim();
  const problem = alternative.length > longestAlternative ? 'Use fewer words' : kindProblem(alternative, 'LINE');
  if (problem) throw badInput('alternative', problem);
  const name = nameIn(headers['content-disposition']);
  requireNoPatient('name', name.replaceAll('_', ' '), 'Give the file another name');
  requireNoPatient('alternative', alternative, 'Cut it out of what the picture shows');
  return {
    ...{ subject: decoded(headers[subjectHeader]), name },
    mediaType: mediaTypeOf(headers['content-type']),
    alternative,
  };
}

function requireNoPatient(path: string, text: string, nextStep: string): void {
  const findings = patientDetailsIn(text).map(({ kind, nth }) => ({ path, kind, nth }));
  if (findings.length === 0) return;
  throw new PatientDetailsSuspected(
    findings,
    (kind) => `This looks like it holds ${patientDetailWords[kind]}. ${nextStep}`,
  );
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
