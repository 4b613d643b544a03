/**
 * What SDKs are told when they start: which products there are and how they behave.
 *
 * <p>Start at {@link dev.tenrec.remoteconfig.RemoteConfig}. It is pure: where the settings come
 * from is not known here.
 */
package dev.tenrec.remoteconfig;
