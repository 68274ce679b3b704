// How a binary schema names files: from a project's root (`//sub/file.fbs`), or by absolute path. Files that have such a
// name already, since they come from a binary schema, keep it.
// Paths are text here: links and the current folder are the business of `absolutePath`.

/** Names files; `null` when there is no root to name them from. */
export type FileNames = ((path: string) => string) | null;

/** Names files from `root`, or from the folder in `mainPath` when it is undefined. */
export function fileNames(
  mainPath: string,
  root: string | null | undefined,
  absolute: boolean,
  absolutePath: (path: string) => string,
): FileNames {
  const folder = root === undefined ? mainPath.slice(0, Math.max(0, mainPath.lastIndexOf('/'))) : root;
  if (folder === null || folder === '') return null;
  const base = parts(absolutePath(folder));
  return (path) => {
    if (path.startsWith('//')) return path;
    if (absolute) return absolutePath(path);
    const target = parts(absolutePath(path));
    let shared = 0;
    while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
    return `//${'../'.repeat(base.length - shared)}${target.slice(shared).join('/')}`;
  };
}

/** Makes a path absolute without asking a file system: relative ones start at `/`, `.` and `..` are taken out. */
export function textualAbsolutePath(path: string): string {
  const kept: string[] = [];
  for (const part of parts(path)) {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}
