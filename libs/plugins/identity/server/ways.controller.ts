/** Which ways to sign in there are, for the sign-in page. */
import { Controller, Get, Inject } from '@nestjs/common';
import { keyOfRole } from '@hub/core/contract';
import { Database, hubSettings, Mail, type Settings } from '@hub/core/server';
import { AllowedDomainsService } from './codes/allowed-domains.service';
import { isCodeAvailable } from './ways';

@Controller('auth')
export class WaysController {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(Database) private readonly database: Database,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(AllowedDomainsService) private readonly domains: AllowedDomainsService,
  ) {}

  @Get('ways')
  async list() {
    const { demonstration, oidc, adminEmail } = this.settings;
    const domains = await this.domains.list(this.database.source.manager);
    return {
      demonstration,
      code: { available: isCodeAvailable(this.settings), domains: domains.map(({ pattern }) => pattern) },
      oidc: oidc ? { label: oidc.label } : null,
      isEmpty: !(await this.hasAdministrator()),
      adminNamed: adminEmail !== null || Boolean(oidc?.adminSubject),
      mailKept: this.mail.isKept,
    };
  }

  private async hasAdministrator(): Promise<boolean> {
    const rows = await this.database.read<{ found: boolean }>({
      text: 'SELECT EXISTS (SELECT 1 FROM core.account WHERE $1 = ANY(keys) AND suspended_at IS NULL) AS found',
      values: [keyOfRole('administrator')],
    });
    return rows[0]?.found ?? false;
  }
}
