import { project } from '../../vitest.project.js';

export default project('example-third-party-generator');
