import { createResource as createSuspendingResource, type Resource } from "solid-js";

/** Of a resource that has answered, its newest answer; undefined before. Throws what it failed with. */
const answerOf = <T>(resource: Resource<T>): T | undefined =>
  resource.state === "pending" || resource.state === "unresolved" ? undefined : resource.latest;

/** A resource whose value, read in a page, never waits: the library's, `latest` too, takes the page out of the document till it is there. */
const unsuspended = <T>(resource: Resource<T>): Resource<T> =>
  new Proxy(resource, {
    apply: () => answerOf(resource),
    get: (target, key): unknown =>
      key === "latest" ? answerOf(resource) : Reflect.get(target, key),
  });

/** What is read asynchronously, here or of the server; never suspends the page. Shows say what stands there meanwhile. */
export const createResource = ((...args: Parameters<typeof createSuspendingResource>) => {
  const [resource, actions] = createSuspendingResource(...args);
  return [unsuspended(resource), actions];
}) as typeof createSuspendingResource;
