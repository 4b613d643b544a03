/**
 * Text with values of an event and its person in it: {@code Hello {person.properties.name}}.
 *
 * <p>Start at {@link dev.tenrec.workflow.template.Template}. A template is no program: it has no
 * conditions, loops, calls or code, and what it reads is fixed when it is parsed.
 */
package dev.tenrec.workflow.template;
