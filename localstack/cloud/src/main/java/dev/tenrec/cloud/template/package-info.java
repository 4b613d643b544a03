/**
 * Reads a synthesized CDK assembly ({@code cdk.out}) and resolves its templates to plain values.
 *
 * <p>Start at {@link dev.tenrec.cloud.template.Assembly} for what is on disk and {@link
 * dev.tenrec.cloud.template.Templates} for what it means. What is not understood is left out and
 * named once; no value is ever made up. Nothing here creates or knows any service.
 */
package dev.tenrec.cloud.template;
