using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Honors.Api.Accounts;

/// <summary>The issuer's ES256 key, made at the first start and kept in <c>keys/</c>, readable by the program's user alone.</summary>
internal static class SigningKeys
{
    public static ECDsaSecurityKey Load(string folder)
    {
        var file = Path.Combine(folder, "signing.pem");
        if (!File.Exists(file)) Make(file);

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return new ECDsaSecurityKey(key) { KeyId = Thumbprint(key) };
    }

    private static void Make(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Written whole under another name first: a start that is cut short leaves no half key behind.
        var draft = file + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file);
    }

    private static string Thumbprint(ECDsa key) => Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
