/**
 * Projects: their settings, their public tokens and their secret keys.
 *
 * <p>Start at {@link dev.tenrec.api.projects.ProjectRoutes}. Others show a project by {@link
 * dev.tenrec.api.projects.ProjectJson} and make the first by {@link
 * dev.tenrec.api.projects.FirstProject}. A new setting gets its name for the API in {@code
 * ProjectSettingsJson}.
 */
package dev.tenrec.api.projects;
