// Bundles the sources of static/src into static/dist: one CSS file in layers, one script, the
// municipal themes, the fonts, and what the admin needs on a phone. Run by `npm run build`.
import { build, transform } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dropUnused, pruneTokens } from './src/prune.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');
const target = join(here, 'dist');
const browsers = ['chrome111', 'firefox115', 'safari16.4'];
const resolve = createRequire(import.meta.url).resolve;

async function bundle(entry, options = {}) {
  const result = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    write: false,
    outdir: target,
    target: browsers,
    legalComments: 'none',
    assetNames: 'fonts/[name]',
    loader: { '.woff2': 'file' },
    ...options,
  });
  return result.outputFiles;
}

async function buildStyles() {
  for (const file of await bundle('main.css')) {
    await mkdir(dirname(file.path), { recursive: true });
    if (!file.path.endsWith('.css')) {
      await writeFile(file.path, file.contents);
      continue;
    }
    const css = pruneTokens(dropUnused(file.text));
    const { code } = await transform(css, { loader: 'css', minify: true, target: browsers });
    await writeFile(file.path, code);
  }
}

async function buildAdmin() {
  const [file] = await bundle('admin.css', { minify: true });
  await writeFile(file.path, file.contents);
}

async function buildScripts() {
  for (const name of ['main.js', 'search.js', 'draft.js', 'neutral.js']) {
    const [file] = await bundle(name, { minify: true, format: 'iife' });
    await writeFile(file.path, file.contents);
  }
}

async function buildThemes() {
  await mkdir(join(target, 'themes'), { recursive: true });
  for (const name of await readdir(join(source, 'themes'))) {
    const css = await readFile(join(source, 'themes', name), 'utf8');
    const { code } = await transform(css, { loader: 'css', minify: true, target: browsers });
    await writeFile(join(target, 'themes', name), code);
  }
}

async function copyLicences() {
  for (const [name, pkg] of [
    ['source-sans-3', '@fontsource-variable/source-sans-3'],
    ['source-serif-4', '@fontsource/source-serif-4'],
  ]) {
    const folder = dirname(resolve(`${pkg}/package.json`));
    await copyFile(join(folder, 'LICENSE'), join(target, 'fonts', `${name}-LICENSE.txt`));
  }
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await Promise.all([buildStyles(), buildAdmin(), buildScripts(), buildThemes()]);
await copyLicences();
