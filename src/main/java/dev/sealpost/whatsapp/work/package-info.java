/** Threads that go on whatever fails. */
package dev.sealpost.whatsapp.work;
