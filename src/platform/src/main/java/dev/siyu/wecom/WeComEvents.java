package dev.siyu.wecom;

/** Reads what a stored callback says. */
public interface WeComEvents {

  /** The event in decrypted bytes; {@code Other} for what we do not know or cannot read. */
  WeComEvent read(byte[] plain);
}
