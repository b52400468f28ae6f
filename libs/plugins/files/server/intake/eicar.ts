/** Finds the test file of the antivirus makers, which stands for malware where there is no scanner. */

/** In two parts, so that this very file is not taken for it. */
const signature = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/** What the finding is called. */
export const eicarName = 'Eicar-Test-Signature';

/** Looks at bytes as they come by, whole or in pieces. */
export class EicarWatch {
  found = false;
  private last = Buffer.alloc(0);

  see(chunk: Buffer): void {
    if (this.found) return;
    const seen = Buffer.concat([this.last, chunk]);
    this.found = seen.includes(signature);
    this.last = seen.subarray(Math.max(0, seen.length - signature.length + 1));
  }

  /** What comes next follows nothing. */
  startAnew(): void {
    this.last = Buffer.alloc(0);
  }
}
