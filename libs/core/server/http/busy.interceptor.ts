/** Answers 503 where the database cannot be used just now, as GraphQL answers SERVICE_UNAVAILABLE. */
import { Injectable, ServiceUnavailableException, type CallHandler, type NestInterceptor } from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import { isDatabaseDown } from '../database/database-down';

@Injectable()
export class BusyInterceptor implements NestInterceptor {
  intercept(_context: unknown, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!isDatabaseDown(error)) throw error;
        throw new ServiceUnavailableException('The hub is busy or restarting. Try again in a moment');
      }),
    );
  }
}
