package dev.siyu.calls;

/**
 * Marks exceptions that say: this broke off while it was being prepared, nothing has left Siyu. A
 * touch that ends so is tried again instead of being in doubt.
 */
public interface NothingSent {}
