/** What each surface of the built extension loads before it draws: its scripts and styles, as its page names them. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

export interface SurfaceSize {
  surface: string;
  /** Bytes of all scripts, and packed as servers pack them. */
  scripts: number;
  packed: number;
  styles: number;
}

/** Sizes of panel, popup and options in a build's folder. */
export async function measureSurfaces(folder: string): Promise<SurfaceSize[]> {
  return Promise.all(
    Object.entries({ panel: 'sidepanel', popup: 'popup', options: 'options' }).map(async ([surface, name]) => {
      const page = await readFile(`${folder}/${name}.html`, 'utf8');
      const read = (ending: string) =>
        Promise.all(
          [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)]
            .map(([, path = '']) => path)
            .filter((path) => path.endsWith(ending))
            .map((path) => readFile(folder + path)),
        );
      const scripts = Buffer.concat(await read('.js'));
      const styles = Buffer.concat(await read('.css'));
      return {
        surface,
        scripts: scripts.byteLength,
        packed: gzipSync(scripts).byteLength,
        styles: styles.byteLength,
      };
    }),
  );
}
