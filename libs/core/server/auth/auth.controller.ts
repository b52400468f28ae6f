/** The /auth endpoints: demonstration sign-in where it is switched on, and sign-out. */
import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audit } from '../audit/audit';
import { contributionsOf } from '../plugin/define';
import { Database } from '../database/database';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { cookieWith, cookieWithout, tokenIn } from './cookie';
import { demonstrationMembers, type DemonstrationMember, type DemonstrationMembers } from './demonstration-members';
import { Sessions } from './sessions';

@Controller('auth')
export class AuthController {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Database) private readonly database: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(contributionsOf(demonstrationMembers)) private readonly members: readonly DemonstrationMembers[],
  ) {}

  @Get('demo')
  async listMembers() {
    const members = await this.demonstrationMembers();
    return members.map(({ slug, name, role, site, siteName }) => ({ slug, name, role, site, siteName }));
  }

  @Post('demo')
  @HttpCode(204)
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const wanted = typeof body === 'object' && body !== null && 'member' in body ? body.member : null;
    const member = (await this.demonstrationMembers()).find(({ slug }) => slug === wanted);
    if (!member) throw new NotFoundException();
    await this.endCurrent(request);
    const device = request.headers['user-agent'];
    const token = await this.database.transaction(async (tx) => {
      await this.audit.add(tx, { action: 'session.opened', actor: member.ref, facts: { way: 'demonstration' } });
      return this.sessions.open(tx, member.ref, { way: 'demonstration', device });
    });
    reply.header('set-cookie', cookieWith(token, this.settings));
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endCurrent(request);
    reply.header('set-cookie', cookieWithout(this.settings));
  }

  private async endCurrent(request: FastifyRequest): Promise<void> {
    const token = tokenIn(request.headers.cookie, this.settings);
    if (!token) return;
    const { ref } = await this.sessions.viewerOf(token);
    const isEnded = await this.sessions.end(token);
    if (isEnded) await this.audit.addAlone({ action: 'session.ended', actor: ref, facts: { why: 'signed out' } });
  }

  private async demonstrationMembers(): Promise<readonly DemonstrationMember[]> {
    if (!this.settings.demonstration) throw new NotFoundException();
    const lists = await Promise.all(this.members.map((source) => source.list()));
    return lists.flat();
  }
}
