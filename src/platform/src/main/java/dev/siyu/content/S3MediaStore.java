package dev.siyu.content;

import dev.siyu.content.ContentRefused.Why;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Media as objects of one bucket, named by their id. What is not there (yet) is looked for in the
 * database, so that old media are found before and while they move.
 */
final class S3MediaStore implements MediaStore, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(S3MediaStore.class);

  private final S3Client client;
  private final String bucket;
  private final MediaStore before;

  S3MediaStore(MediaStoreSettings settings, MediaStore before) {
    this.bucket = settings.bucket();
    this.before = before;
    URI endpoint = Objects.requireNonNull(settings.endpoint());
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(settings.connectTimeout())
                    .socketTimeout(settings.readTimeout())
                    .build())
            .build();
  }

  @Override
  public void put(String id, String mime, byte[] bytes) {
    try {
      client.putObject(
          request -> request.bucket(bucket).key(id).contentType(mime),
          RequestBody.fromBytes(bytes));
    } catch (SdkException e) {
      log.warn("SIYU-3520 The object store did not take {}: {}", id, e.getMessage());
      throw new ContentRefused(Why.MEDIA, "SIYU-3520 the object store did not take it, try again");
    }
  }

  @Override
  public Optional<byte[]> get(String id) {
    try {
      var object = client.getObjectAsBytes(request -> request.bucket(bucket).key(id));
      return Optional.of(object.asByteArray());
    } catch (NoSuchKeyException e) {
      return before.get(id);
    } catch (SdkException e) {
      log.warn("SIYU-3521 The object store did not give {}: {}", id, e.getMessage());
      return before.get(id);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
