// Java libraries of Maven Central: releases of the official runtime, and grpc-java. They are downloaded once.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentHash, prepared } from './prepared.js';
import { missing } from './toolchain.js';

/** Releases of `flatbuffers-java`: the newest there is, and the oldest that generated code is meant for. */
export const RUNTIMES = ['25.2.10', '2.0.0'] as const;

/** A dependency as Maven writes it. */
type Library = readonly [group: string, artifact: string, version: string];

const GRPC: readonly Library[] = ['grpc-stub', 'grpc-inprocess'].map((name) => ['io.grpc', name, '1.76.3']);

/** What gRPC code of the reference compiler needs besides. */
const REFERENCE: readonly Library[] = [
  ['com.google.flatbuffers', 'flatbuffers-java-grpc', '2.0.3'],
  ['javax.annotation', 'javax.annotation-api', '1.3.2'],
];

/** Folders of `.jar` files. */
export interface MavenJars {
  /** One for each of {@link RUNTIMES}. */
  readonly runtimes: Readonly<Record<(typeof RUNTIMES)[number], string>>;
  /** grpc-java with all it needs. */
  readonly grpc: string;
  /** What gRPC code of the reference compiler needs besides. */
  readonly reference: string;
}

/** The libraries, or why there are none. */
export function mavenJars(): MavenJars | { readonly missing: string } {
  const pom = pomText();
  const hash = contentHash(pom);
  try {
    const folder = prepared(`maven-${hash}`, (draft) => {
      mkdirSync(draft, { recursive: true });
      writeFileSync(path.join(draft, 'pom.xml'), pom);
      execFileSync('mvn', ['--batch-mode', '--quiet', 'generate-resources'], {
        cwd: draft,
        stdio: 'pipe',
        timeout: 240_000,
      });
    });
    return {
      runtimes: {
        '25.2.10': path.join(folder, '25.2.10'),
        '2.0.0': path.join(folder, '2.0.0'),
      },
      grpc: path.join(folder, 'grpc'),
      reference: path.join(folder, 'reference'),
    };
  } catch {
    return {
      missing: missing(
        'libraries could not be downloaded with Maven: generated Java is not run with released runtimes and gRPC',
      ),
    };
  }
}

function pomText(): string {
  const copied = [
    ...RUNTIMES.map((version) => copyText(['com.google.flatbuffers', 'flatbuffers-java', version], version)),
    ...REFERENCE.map((library) => copyText(library, 'reference')),
  ];
  const dependencies = GRPC.map((library) => `<dependency>${libraryText(library)}</dependency>`);
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  ${libraryText(['test', 'libraries', '1'])}
  <packaging>pom</packaging>
  <dependencies>${dependencies.join('')}</dependencies>
  <build><plugins><plugin>
    <artifactId>maven-dependency-plugin</artifactId>
    <executions>${[
      execution('copy', `<artifactItems>${copied.join('')}</artifactItems>`),
      execution('copy-dependencies', '<outputDirectory>${project.basedir}/grpc</outputDirectory>'),
    ].join('')}
    </executions>
  </plugin></plugins></build>
</project>
`;
}

/** A library to copy into `folder`, without what it needs itself. */
function copyText(library: Library, folder: string): string {
  return `
        <artifactItem>
          ${libraryText(library)}
          <outputDirectory>\${project.basedir}/${folder}</outputDirectory>
        </artifactItem>`;
}

/** A goal of the plugin that copies libraries. */
function execution(goal: string, configuration: string): string {
  return `
      <execution>
        <id>${goal}</id>
        <phase>generate-resources</phase>
        <goals><goal>${goal}</goal></goals>
        <configuration>${configuration}</configuration>
      </execution>`;
}

function libraryText([group, artifact, version]: Library): string {
  return `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`;
}
