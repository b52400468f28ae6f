/** The settings of traces, by the names that OpenTelemetry gives them. */
export interface TracingSettings {
  /** Where OTLP over HTTP is taken. */
  readonly endpoint: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly service: string;
}

/** Reads them; null where no endpoint is named. Throws an Error with one clear sentence for values that make no sense. */
export function tracingSettings(env: Readonly<Record<string, string | undefined>>): TracingSettings | null {
  const {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: headers,
    OTEL_SERVICE_NAME: service,
  } = env;
  if (!endpoint) return null;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new Error('OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://collector.example:4318.');
  return { endpoint: new URL(endpoint), headers: headersIn(headers ?? ''), service: service || 'vanguard-hub' };
}

/** `name=value` pairs with commas between them, values with percent signs as in addresses. */
function headersIn(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, value] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
      if (!name || value === undefined)
        throw new Error('OTEL_EXPORTER_OTLP_HEADERS must be pairs such as authorization=Bearer%20abc, with commas.');
      return [name, decodeURIComponent(value)];
    }),
  );
}
