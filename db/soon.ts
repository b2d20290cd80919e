/** What is there at once where it is remembered, and read where it is not: an `await` takes either. */
export type Soon<T> = T | Promise<T>;

/** What follows from it. A chain of promises would cost what is remembered more than finding it. */
export function after<A, B>(value: Soon<A>, follow: (value: A) => B): Soon<B> {
  return value instanceof Promise ? value.then(follow) : follow(value);
}
