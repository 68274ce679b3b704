// All that the schema declares. The code below generated/ is made by the build and not committed.
export * from './generated/chat.js';
