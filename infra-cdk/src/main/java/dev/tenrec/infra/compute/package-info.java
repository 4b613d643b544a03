/**
 * What runs: one construct for each capability, none of which holds data.
 *
 * <p>Start at {@link dev.tenrec.infra.compute.ComputeStack}, which shows how they fit together.
 * Each construct can be used alone in another CDK app: it takes a {@link
 * dev.tenrec.infra.compute.Foundation} and creates its function, its role, its logs and its
 * trigger.
 */
package dev.tenrec.infra.compute;
