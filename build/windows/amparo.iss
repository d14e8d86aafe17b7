; The installer of Windows, from the frozen folder, for Inno Setup 6.3 or later:
;   iscc /DVersion=0.1.0 build\windows\amparo.iss
; It asks for no administrator: it installs for the officer who starts it, or for all where an administrator
; says so. What the officer kept lies elsewhere, and stays when the program is removed.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 build\windows\amparo.iss
#endif

[Setup]
AppId={{6C0B3E4A-7C0D-4B53-9E0E-3C5A2D6B8F17}
AppName=Amparo
AppVersion={#Version}
AppPublisher=The maintainers of Amparo
DefaultDirName={autopf}\Amparo
DefaultGroupName=Amparo
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\.cache\pyinstaller\amparo.ico
UninstallDisplayIcon={app}\amparo.exe
OutputDir=..\..\dist\packages
OutputBaseFilename=amparo-{#Version}-windows
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes
WizardStyle=modern
ShowLanguageDialog=auto

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "pt"; MessagesFile: "compiler:Languages\BrazilianPortuguese.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[InstallDelete]
; An upgrade leaves no file of the older version between those of the newer.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\amparo\*"; DestDir: "{app}"; Excludes: "\portable"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Amparo"; Filename: "{app}\amparo.exe"
Name: "{autodesktop}\Amparo"; Filename: "{app}\amparo.exe"; Tasks: desktop

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Run]
Filename: "{app}\amparo.exe"; Description: "{cm:LaunchProgram,Amparo}"; Flags: nowait postinstall skipifsilent
