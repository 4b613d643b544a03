/**
 * Queries over HTTP: {@code POST /api/projects/:id/query/} in PostHog's shapes.
 *
 * <p>Start at {@link dev.tenrec.query.function.QueryEndpoint}. A query node's {@code kind} chooses
 * who answers, in {@link dev.tenrec.query.function.Kinds}; whatever it is, it reads events through
 * {@link dev.tenrec.query.function.ProjectReader} and so never those of another project.
 */
package dev.tenrec.query.function;
