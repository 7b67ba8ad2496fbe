package dev.sealpost.vault;

/**
 * One thing that is wrong with the vault.
 *
 * @param what what is wrong, and where
 * @param remedy what to do about it
 */
record VaultFault(String what, String remedy) {}
