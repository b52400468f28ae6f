/** A person's photo. It says nothing that their name beside it does not say. */
interface PhotoProps {
  readonly src: string;
  readonly small?: boolean;
}

export function Photo({ src, small = false }: PhotoProps) {
  const size = small ? 48 : 128;
  return <img className="hub-photo" src={src} alt="" width={size} height={size} loading={small ? 'lazy' : 'eager'} />;
}
