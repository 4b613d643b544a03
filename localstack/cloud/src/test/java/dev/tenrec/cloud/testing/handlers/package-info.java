/** The functions that tests run; they end up in a zip, so they use nothing but the JDK. */
package dev.tenrec.cloud.testing.handlers;
