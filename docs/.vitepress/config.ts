// The documentation as a site: plain pages, a sidebar in reading order, search in the page. `npm run docs` serves it.
import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { groupIconMdPlugin, groupIconVitePlugin } from 'vitepress-plugin-group-icons';

const bench = new URL('../../bench/', import.meta.url).pathname;
const apiSidebar = new URL('../api/typedoc-sidebar.json', import.meta.url);

/** The pages of the API, which are made from the sources before the site is. */
function apiItems(): { text: string; link: string }[] {
  return existsSync(apiSidebar) ? JSON.parse(readFileSync(apiSidebar, 'utf8')) : [];
}

const packages = [
  ['cli', 'flatc'],
  ['flatbuffers', 'FlatBuffers runtime'],
  ['flexbuffers', 'FlexBuffers runtime'],
  ['codegen-typescript', 'TypeScript'],
  ['codegen-cpp', 'C++'],
  ['codegen-java', 'Java'],
  ['codegen-python', 'Python'],
  ['codegen-jsonschema', 'JSON Schema'],
  ['json', 'JSON bridge'],
  ['idl', 'Schema parser'],
  ['schema', 'Schema model'],
  ['inspect', 'Inspector'],
  ['unplugin', 'Bundlers'],
  ['codegen', 'Your own generator'],
  ['diagnostics', 'Diagnostics'],
  ['bytes', 'Binary core'],
] as const;

// oxlint-disable-next-line import/no-default-export -- VitePress asks for it
export default defineConfig({
  title: 'fb',
  description: 'FlatBuffers and FlexBuffers in TypeScript',
  cleanUrls: true,
  srcExclude: ['node_modules/**', 'test/**', 'src/**'],
  markdown: {
    // The plugin's types are of another edition of markdown-it than VitePress's.
    config: (md) => void md.use(groupIconMdPlugin as never),
    languageAlias: { fbs: 'proto' },
  },
  vite: {
    // VitePress has a Vite of its own, an older one than the plugin's types are of.
    plugins: [groupIconVitePlugin() as never],
    // The measured tables are included from bench/README.md, whose plot lies beside it.
    resolve: { alias: [{ find: /^\.\/(?=\w+\.svg$)/, replacement: bench }] },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: 'deep',
    nav: [
      { text: 'Guide', link: '/guide/quick-start' },
      { text: 'Packages', link: '/packages/cli' },
      { text: 'API', link: '/api/' },
    ],
    sidebar: {
      '/api/': [{ text: 'API', items: apiItems() }],
      '/': [
        {
          text: 'Guide',
          items: [
            { text: 'Quick start', link: '/guide/quick-start' },
            { text: 'The schema language', link: '/guide/schema' },
            { text: 'Evolution', link: '/guide/evolution' },
            { text: 'JSON', link: '/guide/json' },
            { text: 'FlexBuffers', link: '/guide/flexbuffers' },
            { text: 'Bytes from strangers', link: '/guide/security' },
            { text: 'Performance', link: '/guide/performance' },
          ],
        },
        {
          text: 'Moving over',
          items: [
            { text: 'From Google’s flatc', link: '/guide/migrate-flatc' },
            { text: 'From npm flatbuffers', link: '/guide/migrate-runtime' },
            { text: 'Differences', link: '/deviations' },
          ],
        },
        {
          text: 'Packages',
          items: packages.map(([name, text]) => ({ text, link: `/packages/${name}` })),
        },
        { text: 'Reference', items: [{ text: 'More than flatc', link: '/cli' }] },
      ],
    },
  },
});
