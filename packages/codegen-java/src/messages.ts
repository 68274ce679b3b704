// What only the Java generator says about a schema.
import { defineCatalogue, error, warning, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** The messages by code. @public */
export type JavaMessages = {
  readonly 'JAVA-VERSION': MessageTemplate<'version'>;
  readonly 'JAVA-PACKAGE': MessageTemplate<'package'>;
  readonly 'W-JAVA-DEFAULT-PACKAGE': MessageTemplate<'name' | 'user'>;
};

/** The diagnostics of the Java generator. @public */
export const javaMessages: Catalogue<JavaMessages> = defineCatalogue({
  'JAVA-VERSION': error`${'version'} is no version of the Java runtime, such as 25.2.10`,
  'JAVA-PACKAGE': error`${'package'} is no Java package`,
  'W-JAVA-DEFAULT-PACKAGE': warning`${'user'} uses ${'name'}, which has no namespace: Java classes in a package cannot name one outside of all packages`,
});
