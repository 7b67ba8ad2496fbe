/**
 * What online commands share: where the hub is, the key, one request and its answer. The key is never an argument, and goes to nothing
 * but https or this machine.
 */
package dev.sealpost.cli.rest;
