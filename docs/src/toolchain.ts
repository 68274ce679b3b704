// What pages about other languages need of the machine: the official runtimes come from where the conformance tests have
// them, and a toolchain that is not there is handled as it is there: skipped, or a failure where `CI` is set.
import { hasCompiler, preparedRuntime } from '@fb/conformance/gxx';
import { hasJava, javaRuntime } from '@fb/conformance/java';
import { missingPython, runtimeFolder } from '@fb/conformance/python';

/** Variables of the environment by which compilers and interpreters find the runtimes. */
export interface Toolchain {
  /** Why a page cannot be tried here; `null` if it can. */
  readonly missing: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** What a page with `needs: [...]` needs. */
export async function toolchain(needs: readonly string[]): Promise<Toolchain> {
  const variables: Record<string, string> = {};
  for (const need of needs) {
    switch (need) {
      case 'cpp':
        if (!hasCompiler()) return { missing: 'there is no C++ compiler', variables };
        variables['CPATH'] = await preparedRuntime();
        break;
      case 'java':
        if (!hasJava()) return { missing: 'there is no Java compiler', variables };
        variables['CLASSPATH'] = await javaRuntime();
        break;
      case 'python': {
        const missing = missingPython();
        if (missing !== null) return { missing, variables };
        variables['PYTHONPATH'] = await runtimeFolder();
        break;
      }
      default:
        throw new Error(`no page can need "${need}"`);
    }
  }
  return { missing: null, variables };
}
