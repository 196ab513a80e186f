/**
 * `@peculiar/x509` resolves its classes through a container that refuses to load where these two functions are missing.
 * None of its classes takes an injected parameter, so "no metadata" is the whole answer. Import the library through x509.ts.
 */
const noMetadata = () => undefined;
Object.assign(Reflect, { getMetadata: noMetadata, getOwnMetadata: noMetadata });
