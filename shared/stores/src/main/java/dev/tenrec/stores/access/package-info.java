/**
 * Who may call: users with passwords, console sessions, personal API keys, projects' secret keys.
 *
 * <p>Start at {@link dev.tenrec.stores.access.Access}, which tells who sent a request. Items of the
 * {@code projects} table (secrets are stored only as SHA-256 of themselves, passwords as PBKDF2):
 *
 * <ul>
 *   <li>{@code owner} / {@code owner}: proves that the first user exists
 *   <li>{@code email#<address>} / {@code user}: one user
 *   <li>{@code user#<id>} / {@code key#<id>}: a personal key as its owner sees it
 *   <li>{@code key#<hash>} / {@code key}: the same key as a request finds it
 *   <li>{@code project-secret#<project>} / {@code current} and {@code previous}: a project's secret
 *       keys as people see them
 *   <li>{@code secret#<hash>} / {@code secret}: the same key as a request finds it
 *   <li>{@code session#<hash>} / {@code session}: a console session until it expires
 * </ul>
 */
package dev.tenrec.stores.access;
