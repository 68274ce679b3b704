// How gRPC's runtime writes and reads messages: a class of each service, which those of its calls use.
import { block, code, indented, paragraphs, type Code } from '@fb/codegen';
import type { Service } from './grpc-call.js';
import { lang } from './language.js';
import { byteBuffer, grpc, imported, runtime } from './runtime.js';

/** How messages become bytes and are read again, however few bytes a stream gives at once. */
export function messagesClass({ messages }: Service): Code {
  const stream = imported('java.io', 'InputStream');
  const root = code`${imported('java.util.function', 'Function')}<${byteBuffer}, T>`;
  const type = code`${lang('Class')}<T>`;
  const override = code`@${lang('Override')}`;
  return [
    code`private static final class ${messages}<T extends ${runtime('Table')}>`,
    indented(indented(code`implements ${grpc('MethodDescriptor')}.ReflectableMarshaller<T> {`)),
    indented(
      paragraphs([
        [code`private final ${type} type;`, code`private final ${root} root;`],
        block(
          code`${messages}(${type} type, ${root} root) {`,
          ['this.type = type;', 'this.root = root;'],
          '}',
        ),
        [override, block(code`public ${type} getMessageClass() {`, 'return type;', '}')],
        [
          override,
          block(
            code`public ${stream} stream(T message) {`,
            [
              code`${byteBuffer} buffer = message.getByteBuffer().duplicate();`,
              'byte[] bytes = new byte[buffer.remaining()];',
              'buffer.get(bytes);',
              code`return new ${imported('java.io', 'ByteArrayInputStream')}(bytes);`,
            ],
            '}',
          ),
        ],
        [
          override,
          block(
            code`public T parse(${stream} stream) {`,
            [
              block(
                'try {',
                [
                  'byte[] bytes = new byte[stream.available() + 1];',
                  'int size = 0;',
                  block(
                    'for (int read; (read = stream.read(bytes, size, bytes.length - size)) >= 0; ) {',
                    [
                      'size += read;',
                      code`if (size == bytes.length) bytes = ${imported('java.util', 'Arrays')}.copyOf(bytes, 2 * size);`,
                    ],
                    '}',
                  ),
                  code`return root.apply(${byteBuffer}.wrap(bytes, 0, size));`,
                ],
                code`} catch (${imported('java.io', 'IOException')} | ${lang('IndexOutOfBoundsException')} | ${imported('java.nio', 'BufferUnderflowException')} cause) {`,
              ),
              indented(
                code`throw ${grpc('Status')}.INTERNAL.withDescription("no message").withCause(cause).asRuntimeException();`,
              ),
              '}',
            ],
            '}',
          ),
        ],
      ]),
    ),
    '}',
  ];
}
