package dev.siyu.content;

import java.util.Optional;

/** Where the bytes of media lie: in PostgreSQL, or in an S3-compatible object store. */
interface MediaStore {

  /** Repeating it changes nothing: an id stands for its bytes. */
  void put(String id, String mime, byte[] bytes);

  Optional<byte[]> get(String id);
}
