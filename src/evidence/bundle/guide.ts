/** The steps by which anyone checks a bundle; docs/evidence.md has the same, for the copy in a bundle is the sender's word. */
const STEPS = `You need \`unzip\`, \`sha256sum\`, \`openssl\` and a shell. Save the bundle as \`bundle.zip\` in an empty folder and run the steps there, one after another, in one shell. A file that ends in \`.age\` is decrypted first: \`age -d -i KEY FILE.age > bundle.zip\`.

### 1. Unpack

\`\`\`sh
unzip -q bundle.zip -d bundle && cd bundle
\`\`\`

### 2. Every file is the one that was signed, and there is no other

\`\`\`sh
sha256sum --check --quiet SHA256SUMS && echo "files unchanged"
find . -type f ! -name SHA256SUMS ! -name SHA256SUMS.sig | sed 's|^\\./||' | LC_ALL=C sort > ../found
sed 's/^[0-9a-f]*  //' SHA256SUMS | LC_ALL=C sort | diff - ../found && echo "no other files"
\`\`\`

### 3. The signature

\`\`\`sh
openssl dgst -sha256 -verify signing-key.pem -signature SHA256SUMS.sig SHA256SUMS
openssl pkey -pubin -in signing-key.pem -outform DER | sha256sum
\`\`\`

The first prints \`Verified OK\`. The second prints the fingerprint of the key. Only if you have that fingerprint from the signer by another way do you know who signed; otherwise you know that nothing was changed since somebody signed.

### 4. The records follow one another

\`\`\`sh
previous=
while IFS= read -r line; do
  named=$(printf '%s' "$line" | sed 's/^{"format":"[^"]*","seq":[0-9]*,"prev":"\\([0-9a-f]*\\)".*/\\1/')
  test -z "$previous" || test "$named" = "$previous" || printf 'not the next of the record before: %.60s\\n' "$line"
  previous=$(printf '%s' "$line" | sha256sum | cut -d ' ' -f 1)
done < records.jsonl
echo "head $previous"
\`\`\`

Each record names the SHA-256 of the line before it; the first of a journal names 64 zeros. A gap is shown where records were left out, as in a bundle of single records. If you were sent a seal earlier, look for it: it is the SHA-256 of the record that was the last one then. Put its 64 characters in the place of SEAL. The number that is printed is the line of that record; it and all before it existed when you received the seal.

\`\`\`sh
while IFS= read -r line; do printf '%s' "$line" | sha256sum; done < records.jsonl | grep -n SEAL
\`\`\`

### 5. What is disclosed is what was recorded

\`\`\`sh
while IFS= read -r line; do
  name=$(printf '%s' "$line" | sed 's/^\\["[^"]*","\\([a-z]*\\)",.*/\\1/')
  hash=$(printf '%s' "$line" | sha256sum | cut -d ' ' -f 1)
  grep -q "\\"$name\\":\\"$hash\\"" records.jsonl || printf 'in no record: %.60s\\n' "$line"
done < disclosures.jsonl && echo "disclosures looked up"
\`\`\`

By hand, for one line: \`printf %s 'LINE' | sha256sum\`, then look for what is printed in \`records.jsonl\`. The record that has it under the same name is the one it belongs to.

### 6. The certificates are those that the records name

\`\`\`sh
for file in certificates/*.pem; do
  test -e "$file" || continue
  hash=$(sed '/^-----/d' "$file" | openssl base64 -d | sha256sum | cut -d ' ' -f 1)
  test "certificates/$hash.pem" = "$file" || echo "another certificate: $file"
done; echo "certificates looked at"
\`\`\`

### 7. What stands without the witness (part A of the report)

\`\`\`sh
cat certificates/*.pem > ../all.pem 2> ../none
leaves=$(sed -n 's/^\\["[^"]*","leaf","\\([0-9a-f]*\\)"\\]$/\\1/p' disclosures.jsonl | sort -u)
listed=$(sed 's/,"own":.*//' watchlist.json | grep -o '"sha256":"[0-9a-f]*"' | cut -d '"' -f 4 | sort -u)
for leaf in $leaves; do
  for root in $listed; do
    test "$root" != "$leaf" && test -e "certificates/$root.pem" &&
      openssl verify -partial_chain -no_check_time -auth_level 0 -trusted "certificates/$root.pem" -untrusted ../all.pem "certificates/$leaf.pem" 2> ../none &&
      echo "under the listed certificate $root"
  done
done; echo "leaves looked at"
\`\`\`

\`OK\` means: only the holder of the listed certificate's key, or someone whom that holder let sign, made this leaf. That the certificate belongs to whom \`watchlist.json\` says is the sender's word here: compare its SHA-256 with the list of Rootwatch itself and with the sources.

Where the listed certificate is not in the bundle, its key is in \`watchlist.json\` as \`publicKey\`. Put that in the place of KEY, the file of the certificate it is to have signed in the place of FILE, and the number with which the last line of the third command begins in the place of OFFSET (\`-sha256\` is the hash that the certificate names as its signature algorithm):

\`\`\`
echo KEY | openssl base64 -d -A | openssl pkey -pubin -inform DER -out ../key.pem
openssl asn1parse -in FILE -strparse 4 -noout -out ../signed
openssl asn1parse -in FILE | tail -n 1
openssl asn1parse -in FILE -strparse OFFSET -noout -out ../signature
openssl dgst -sha256 -verify ../key.pem -signature ../signature ../signed
\`\`\`

### What none of this shows

That the device saw these certificates, when and where; that no record was left out or written later by whoever had the journal before a seal was sent; that anyone looked at any data; whose the keys are.
`;

const RUSSIAN = `## По-русски

Эти же шаги опубликованы в docs/evidence.md самого Rootwatch. Берите их оттуда: этот файл прислал тот же, кто прислал архив.

Шаги 1–3: распакуйте архив, сверьте контрольные суммы, проверьте подпись. «Verified OK» значит, что после подписания ничего не изменено. Кто подписал, вы знаете, только если получили отпечаток ключа другим путём.
Шаг 4: каждая запись называет SHA-256 предыдущей строки. Печать (сумма последней строки журнала), присланная раньше, должна найтись среди сумм строк: эта запись и все до неё тогда уже были.
Шаг 5: SHA-256 каждой строки из disclosures.jsonl должен стоять в записи под тем же именем.
Шаги 6 и 7: сертификаты соответствуют своим именам; «OK» значит, что сертификат сайта мог создать только владелец ключа из списка или тот, кому он дал такое право.

Ничто из этого не показывает, что сертификаты видело именно это устройство, когда и где; что ни одна запись не пропущена; что кто-то смотрел данные; чьи это ключи.
`;

/**
 * VERIFY.md: how to check a bundle without Rootwatch.
 * @param signer `keyFingerprint` of the key that signs the bundle.
 */
export function verifyGuide(signer: string): string {
  return `# How to check this file without Rootwatch

These steps are also published with Rootwatch, in docs/evidence.md. Take them from there: this copy came from whoever sent you the bundle. With Rootwatch at hand, \`rootwatch verify bundle.zip\` does all of it and more.

The key that signed this bundle has, by the sender's word, the fingerprint \`${signer}\`.

${STEPS}
${RUSSIAN}`;
}
