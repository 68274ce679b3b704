// What can be chosen about the generated Java.
import { generatorMessages } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import { isPackage } from './language.js';
import { javaMessages } from './messages.js';

/** Options of the Java generator; the flag of the command line is named where there is one. @public */
export interface JavaOptions {
  /** Also `unpack`, `pack` and a plain class for each table and struct (`--gen-object-api`). */
  readonly objectApi?: boolean;
  /** Also `mutateX` methods (`--gen-mutable`). */
  readonly mutable?: boolean;
  /** Also the types of included files (`--gen-all`). */
  readonly generateAll?: boolean;
  /** Before the name of a plain class (`--object-prefix`); empty by default. */
  readonly objectPrefix?: string;
  /** After the name of a plain class (`--object-suffix`); `T` by default. */
  readonly objectSuffix?: string;
  /** A package that all packages are put into (`--java-package-prefix`), such as `com.example`. */
  readonly packagePrefix?: string;
  /** `javax.annotation.Nullable` on accessors that may give null (`--gen-nullable`). */
  readonly nullable?: boolean;
  /** The Checker Framework's `Pure` on accessors of objects (`--java-checkerframework`). */
  readonly checkerFramework?: boolean;
  /** `javax.annotation.Generated` on classes (`--gen-generated`). The JDK itself has it up to Java 8 only. */
  readonly generatedAnnotation?: boolean;
  /** A constant `VT_X`, the vtable offset, for each scalar field (`--java-primitive-has-method`). */
  readonly vtableConstants?: boolean;
  /** Also a class `XGrpc` for each service `X`, for grpc-java (`--grpc`). */
  readonly grpc?: boolean;
  /**
   * The one version of the runtime that the code is to compile with, such as `25.2.10` (`--java-runtime-version`).
   * By default it compiles with every version from 2.0 on.
   */
  readonly runtimeVersion?: string | null;
}

/** The options with every default filled in. */
export type Settings = Readonly<Required<JavaOptions>>;

/** Fills in the defaults. */
export function settingsOf({
  objectApi = false,
  mutable = false,
  generateAll = false,
  objectPrefix = '',
  objectSuffix = 'T',
  packagePrefix = '',
  nullable = false,
  checkerFramework = false,
  generatedAnnotation = false,
  vtableConstants = false,
  grpc = false,
  runtimeVersion = null,
}: JavaOptions): Settings {
  return {
    objectApi,
    mutable,
    generateAll,
    objectPrefix,
    objectSuffix,
    packagePrefix,
    nullable,
    checkerFramework,
    generatedAnnotation,
    vtableConstants,
    grpc,
    runtimeVersion,
  };
}

/** An error for each option that would give no Java. */
export function checkSettings(settings: Settings): readonly Diagnostic[] {
  const { objectPrefix, objectSuffix, packagePrefix, runtimeVersion } = settings;
  const diagnostics: Diagnostic[] = [];
  if (!/^(?:[A-Za-z_$][\w$]*)?$/.test(objectPrefix))
    diagnostics.push(
      generatorMessages.create('GEN-NAME', null, {
        name: `the object prefix ${JSON.stringify(objectPrefix)}`,
      }),
    );
  if (!/^[\w$]*$/.test(objectSuffix))
    diagnostics.push(
      generatorMessages.create('GEN-NAME', null, {
        name: `the object suffix ${JSON.stringify(objectSuffix)}`,
      }),
    );
  if (packagePrefix !== '' && !isPackage(packagePrefix))
    diagnostics.push(javaMessages.create('JAVA-PACKAGE', null, { package: JSON.stringify(packagePrefix) }));
  if (runtimeVersion !== null && !/^\d+\.\d+\.\d+$/.test(runtimeVersion))
    diagnostics.push(javaMessages.create('JAVA-VERSION', null, { version: JSON.stringify(runtimeVersion) }));
  return diagnostics;
}
