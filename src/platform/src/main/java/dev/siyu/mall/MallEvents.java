package dev.siyu.mall;

/** Reads what a stored webhook says. */
public interface MallEvents {

  /** The event in a webhook's body; {@code Other} for what we do not know or cannot read. */
  MallEvent read(byte[] body);
}
